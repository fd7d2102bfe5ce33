"""Invented workbooks of LinkedIn's analytics, sheet by sheet, in the layouts of several years."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

Cells = Sequence[Sequence[str | float | None]]
Sheets = Mapping[str, Cells]

FIRST = "https://www.linkedin.com/feed/update/urn:li:activity:7369000000000000000"
SECOND = "https://www.linkedin.com/posts/dana-example_a-post-share-7370000000000000000-ab12"
THIRD = "https://www.linkedin.com/posts/dana-example_b-post-share-7371000000000000000-cd34"

RANKED = ("Post URL", "Post publish date")

LAYOUT_A: Sheets = {
    "DISCOVERY": [
        ["Overall Performance", "9/1/2024 - 9/30/2024"],
        ["Impressions", 12345],
        ["Unique views", 4321],
    ],
    "ENGAGEMENT": [
        ["Date", "Impressions", "Engagements"],
        ["9/1/2024", 100, 5],
        ["9/13/2024", 200, 0],
    ],
    "TOP POSTS": [
        ["Maximum of 50 posts available to include in this list"],
        [],
        [*RANKED, "Engagements", None, *RANKED, "Impressions"],
        [FIRST, "9/2/2024", 40, None, SECOND, "9/13/2024", 900],
        [SECOND, "9/13/2024", 30, None, THIRD, "9/3/2024", 800],
    ],
    "FOLLOWERS": [
        ["Total followers on 9/30/2024:", 1234],
        [],
        ["Date", "New followers"],
        ["9/1/2024", 3],
        ["9/14/2024", 4],
    ],
    "DEMOGRAPHICS": [
        ["Top Demographics", "Value", "Percentage"],
        ["Job titles", "Founder", 0.139],
        ["Locations", "Greater Sydney Area", 0.0625],
        ["Company size", "11-50 employees", 0.3],
        ["Companies", "Acme", 0.01],
    ],
}
LAYOUT_B: Sheets = {
    "DISCOVERY": [
        ["Overall Performance", "9/1/2024 - 9/30/2024"],
        ["Impressions", "12,345"],
        ["Members reached", "4,321"],
    ],
    "ENGAGEMENT": [
        ["Date", "Impressions", "Engagements"],
        ["9/1/2024", "100", "5"],
        ["9/13/2024", "200", "0"],
    ],
    "TOP POSTS": [
        *LAYOUT_A["TOP POSTS"][:3],
        [FIRST, "9/2/2024", "40", None, SECOND, "9/13/2024", "900"],
        [SECOND, "9/13/2024", "30", None, THIRD, "9/3/2024", "800"],
    ],
    "FOLLOWERS": [
        ["Total followers on 9/30/2024:", "1,234"],
        [],
        ["Date", "New followers"],
        ["9/1/2024", "3"],
        ["9/14/2024", "4"],
    ],
    "DEMOGRAPHICS": [
        ["Top Demographics", "Value", "Percentage"],
        ["Job title", "Founder", "14%"],
        ["Location", "Greater Sydney Area", "6%"],
        ["Company size", "11-50 employees", "30%"],
        ["Company", "Acme", "< 1%"],
    ],
}
LAYOUT_C: Sheets = {
    **{name: cells for name, cells in LAYOUT_B.items() if name != "DEMOGRAPHICS"},
    "TOP POSTS": [
        *LAYOUT_A["TOP POSTS"][:2],
        [*RANKED, "Engagements", 481, *RANKED, "Impressions"],
        [FIRST, "9/2/2024", "40", 481, SECOND, "9/13/2024", "900"],
        [SECOND, "9/13/2024", "30", 481, THIRD, "9/3/2024", "800"],
        [THIRD, "9/3/2024", "20", 481, 481, 481, 481],
    ],
    "AUDIENCE DEMOGRAPHICS": LAYOUT_B["DEMOGRAPHICS"],
    "CONTENT DEMOGRAPHICS": [
        ["Top Demographics", "Value", "Percentage"],
        ["Seniority", "Senior", "2%"],
    ],
}
PORTUGUESE: Sheets = {
    "Descoberta": [
        ["Desempenho geral", "01/09/2024 - 30/09/2024"],
        ["Impressões", "12.345"],
        ["Usuários alcançados", "4.321"],
    ],
    "Engajamento": [
        ["Data", "Impressões", "Engajamentos"],
        ["01/09/2024", "100", "5"],
        ["13/09/2024", "200", "-28"],
    ],
    "Publicações mais em alta": [
        ["No máximo 50 publicações"],
        [],
        ["URL", "Data", "Engajamentos", 481, "URL", "Data", "Impressões"],
        [FIRST, "02/09/2024", "40", 481, SECOND, "13/09/2024", "1.900"],
    ],
    "Seguidores": [
        ["Total de seguidores em 30/09/2024", "1.234"],
        [],
        ["Data", "Novos seguidores"],
        ["01/09/2024", "3"],
    ],
    "Dados demográficos do público": [
        ["Principais dados", "Valor", "Porcentagem"],
        ["Cargo", "Founder", "menos de 1%"],
    ],
    "Dados demográficos do conteúdo": [
        ["Principais dados", "Valor", "Porcentagem"],
        ["Setor", "Seguros", "2,5%"],
    ],
}
SINGLE_POST: Sheets = {
    "Post analytics": [
        ["Post URL", SECOND],
        ["Post Date", "Sep 13, 2024"],
        ["Post Publish Time", "9:15 AM"],
        [],
        ["Post performance"],
        ["Impressions", "5,537"],
        ["Members reached", "3,210"],
        ["Profile viewers from this post", "12"],
        ["Followers gained from this post", "0"],
        ["Reactions", "49"],
        ["Comments", 5],
        ["Reposts", ""],
        [],
        ["Category", "Value", "%"],
        ["Job title", "Founder", "14%"],
    ]
}


def workbook(folder: Path, sheets: Sheets, name: str = "Content_Dana_Example.xlsx") -> Path:
    """Write a workbook and give its path."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row, start=1):
                sheet.cell(number, column, cell)
    path = folder / name
    book.save(path)
    book.close()
    return path


def repacked(path: Path, changes: Mapping[str, bytes]) -> Path:
    """Write some parts of a workbook anew, or add them."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **changes}.items():
            archive.writestr(name, content)
    return path

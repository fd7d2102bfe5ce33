"""The files of LinkedIn's export, each exactly as LinkedIn writes it in 2026.

Takes a world and a day, gives pieces of text by file name, and puts them into a folder or a ZIP.
"""

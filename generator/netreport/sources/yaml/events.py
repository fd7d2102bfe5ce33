"""The events of a YAML file become plain data; what goes beyond plain data becomes a mistake."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from netreport.errors import Mistake
from netreport.sources.yaml.plain import Keys, Plain, Spot, dotted, refused
from netreport.sources.yaml.sentences import explained

DEEPEST = 20
_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
_WORDS: Mapping[str, bool | None] = {
    "true": True,
    "false": False,
    "": None,
    "~": None,
    "null": None,
}


def events(text: str, file: str) -> Iterator[yaml.Event]:
    """Give the events of a file, with every way in which PyYAML can fail as one error."""
    last = None
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            last = event.end_mark
            yield event
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise refused(file, (explained(error, text, last),)) from None


@dataclass(slots=True)
class Reader:
    """Builds plain data from events, and keeps account of places and mistakes on the way."""

    events: Iterator[yaml.Event]
    file: str
    keys: dict[Keys, Spot] = field(default_factory=dict)
    values: dict[Keys, Spot] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def whole(self) -> Plain:
        """Read the first document; a second one is a mistake and is not read."""
        data: Plain = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._tell(event, (), "a second document starts here; take out the line ---")
                    break
            elif isinstance(event, yaml.NodeEvent):
                data = self._node(event, ())
        return data

    def _node(self, event: yaml.Event, path: Keys) -> Plain:
        self.values.setdefault(path, _spot(event))
        self._refuse_extras(event, path)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event, path)
            case yaml.SequenceStartEvent():
                return self._items(event, path)
            case yaml.MappingStartEvent():
                return self._entries(event, path)
            case _:
                return None

    def _items(self, start: yaml.Event, path: Keys) -> Plain:
        self._refuse_depth(start, path)
        items: list[Plain] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _entries(self, start: yaml.Event, path: Keys) -> Plain:
        self._refuse_depth(start, path)
        entries: dict[str, Plain] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, path)
            if key in entries:
                first = self.keys[*path, key].line
                self._tell(event, (*path, key), f"stands twice; the first is in line {first}")
            self.keys.setdefault((*path, key), _spot(event))
            value = self._node(next(self.events), (*path, key))
            entries.setdefault(key, value)
        return entries

    def _key(self, event: yaml.Event, path: Keys) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._tell(event, path, "a key must be one word or text, not a list or a group")
            self._node(event, (*path, ""))
            return ""
        if event.value == "<<" and event.implicit[0]:
            self._tell(event, path, "<< is not allowed; write the keys out")
        self._refuse_extras(event, path)
        return str(event.value)

    def _scalar(self, event: yaml.ScalarEvent, path: Keys) -> Plain:
        text = str(event.value)
        if any(
            unicodedata.category(letter) in {"Cc", "Cs"} for letter in text if letter not in "\n\t"
        ):
            self._tell(event, path, "an invisible control character stands in this text")
        return _resolved(text) if event.implicit[0] else text

    def _refuse_extras(self, event: yaml.Event, path: Keys) -> None:
        match event:
            case yaml.AliasEvent(anchor=name):
                self._tell(event, path, f"*{name} is not allowed; text with * needs quotes")
            case yaml.NodeEvent(anchor=str(name)):
                self._tell(event, path, f"&{name} is not allowed; text with & needs quotes")
            case yaml.ScalarEvent(tag=str()) | yaml.CollectionStartEvent(tag=str()):
                self._tell(event, path, "words with ! are not allowed; text with ! needs quotes")
            case _:
                pass

    def _refuse_depth(self, event: yaml.Event, path: Keys) -> None:
        if len(path) >= DEEPEST:
            spot = _spot(event)
            told = f"nested more than {DEEPEST} levels deep"
            raise refused(self.file, (Mistake(*spot, dotted(path[:3]), told),))

    def _tell(self, event: yaml.Event, path: Keys, message: str) -> None:
        self.mistakes.append(Mistake(*_spot(event), dotted(path), message))


def _spot(event: yaml.Event) -> Spot:
    mark = event.start_mark
    return Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)


def _resolved(text: str) -> Plain:
    """Give what a word without quotes means; very long numbers are read as fractions."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text

// Why somebody stands where they stand: what was read, from which words, and how sure it is.
(function (people) {
  "use strict";
  const { foreign, make } = people;

  function details(table, row) {
    const said = reader(table, row);
    const list = make("dl", { class: "nr-people__why" });
    for (const [term, ...lines] of entries(said)) {
      const told = lines.flat().filter(Boolean);
      if (!told.length) continue;
      list.append(make("dt", {}, term), ...told.map((line) => make("dd", {}, foreign(line))));
    }
    return list;
  }

  /** What a row says in a column, in words: "" where the column is absent or says nothing. */
  function reader(table, row) {
    const all = (key) => {
      const column = table.columns.get(key);
      return column ? people.placesOf(column, row).map((place) => people.written(column, place)) : [];
    };
    return Object.assign((key) => all(key).join(", "), { all });
  }

  function entries(said) {
    return [
      ["Title", said("position")],
      ["Company", said("employer"), said("industry")],
      ["Function", function_(said), evidence(said, "title")],
      ["Region", said("region"), evidence(said, "place")],
      ["Segment", segment(said), said("fit") && `Fit: ${said("fit")}`],
      ["Standing", standing(said)],
      ["Messages", messages(said)],
      ["Waiting", said("owed") === "yes" && "You owe an answer."],
      ["Dormant", said("dormant") === "yes" && "Both wrote once; silent for long."],
      ["Tags", said("tags")],
      ["Decisions", said.all("decisions")],
      ["Recommendation", said.all("advice")],
    ];
  }

  function function_(said) {
    const second = said("second_function") && `, or ${said("second_function")}`;
    const level = said("seniority") && `; level: ${said("seniority")}`;
    return said("function") && said("function") + second + level;
  }

  /** "Read from the title: “Vertrieb”; right in about 80 % of such cases." */
  function evidence(said, reading) {
    if (!said(`${reading}_source`)) return "";
    const words = said(`${reading}_words`) && `: “${said(`${reading}_words`)}”`;
    const certainty = said(`${reading}_certainty`) && `; certainty ${said(`${reading}_certainty`)} %`;
    return `Read from ${said(`${reading}_source`)}${words}${certainty}.`;
  }

  function segment(said) {
    const open = said("segment") === "unknown" && said("possible_segments");
    return open ? `unknown; it could be ${open}` : said("segment");
  }

  function standing(said) {
    const relevant = said("relevant") && `; relevant: ${said("relevant")}`;
    const touch = said("touch") && `; in touch: ${said("touch")}`;
    return said("standing") && said("standing") + relevant + touch;
  }

  function messages(said) {
    if (said("turns") === "unknown") return "Not known: messages cannot be matched with this person.";
    if (said("turns") === "0") return "None.";
    if (!said("turns")) return "";
    const span = `First ${said("first")}, last ${said("last")}.`;
    return `${span} Turns: ${said("turns")}; received: ${said("received")}; sent: ${said("sent")}.`;
  }

  people.details = details;
})((window.nrPeople ??= {}));

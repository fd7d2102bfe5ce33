// Review: the file that travels. review.schema.json beside the report says what stands in it.
(function (review) {
  "use strict";

  const FORM = "netreport.review/1";
  const HEAD = ["form", "build", "seal", "export", "by", "saved"];
  const ROW = ["id", "seen", "called", "stance", "comment", "at"];
  const LARGEST = 4 * 1024 ** 2;
  const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

  /** Text without halves of letters, which no file can hold. */
  const whole = (text) => text.replace(LONE, "\uFFFD");

  function crc32(bytes) {
    let sum = ~0;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return (~sum >>> 0).toString(16).padStart(8, "0");
  }

  function checkOf(head, rows) {
    const lines = [HEAD.map((key) => head[key]), ...rows.map((row) => ROW.map((key) => row[key]))];
    return crc32(new TextEncoder().encode(lines.map((line) => line.join("\x1f")).join("\x1e")));
  }

  const rowsOf = (state) => Object.entries(state.answers).map(([id, told]) => ({ id, ...told }));

  /** A name for what was answered, whenever it is saved. */
  const nameOf = (state) => {
    const rows = rowsOf(state);
    return rows.length ? checkOf(Object.fromEntries(HEAD.map((key) => [key, ""])), rows) : "";
  };

  const isUnsaved = (state) => nameOf(state) !== "" && nameOf(state) !== state.downloaded;

  /** The file's text. */
  function pack(state) {
    const { meta } = review;
    const head = {
      form: FORM,
      build: meta("build"),
      seal: meta("seal"),
      export: meta("export"),
      by: state.by,
      saved: new Date().toISOString(),
    };
    const answers = rowsOf(state);
    return JSON.stringify({ ...head, answers, check: checkOf(head, answers) }, null, 1);
  }

  /** The answers in a file, by id, and what is to be said of it. Throws an Error with a sentence. */
  function unpack(text) {
    const file = parsed(text);
    if (file?.form !== FORM || !Array.isArray(file.answers)) throw new Error("This is no review of netreport.");
    if (file.seal !== review.meta("seal")) throw new Error("This review belongs to another report.");
    const answers = {};
    for (const row of file.answers) {
      if (!ROW.every((key) => typeof row?.[key] === "string")) throw new Error("This review was changed and cannot be read.");
      const { id, ...told } = Object.fromEntries(ROW.map((key) => [key, row[key]]));
      answers[id] = told;
    }
    const isEdited = file.check !== checkOf(file, file.answers);
    return { by: String(file.by ?? ""), answers, isEdited, isOther: file.build !== review.meta("build") };
  }

  function parsed(text) {
    if (text.length > LARGEST) throw new Error("This file is larger than any review.");
    try {
      return JSON.parse(text);
    } catch {
      throw new Error("This file is not whole, or no review of netreport.");
    }
  }

  Object.assign(review, { isUnsaved, nameOf, pack, unpack, whole });
})((window.nrReview ??= {}));

package io.vidgen.google.internal.script;

/** How the service is asked to write its answer. */
enum AnswerForm {
  /** JSON that keeps to {@link ScriptSchema}. */
  JSON,
  /** The scene-block text form, for models that know no schema. */
  BLOCKS
}

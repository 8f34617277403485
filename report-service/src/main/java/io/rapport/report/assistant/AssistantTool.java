package io.rapport.report.assistant;

/**
 * A tool.
 *
 * @param name the name by which assistants call it
 * @param title the name for people
 * @param description when an assistant should call it, and what the answer contains
 * @param schema of its arguments
 * @param readOnly whether it changes nothing
 * @param handler answers a call with a value that is written as JSON
 */
record AssistantTool(
        String name, String title, String description, ToolSchema schema, boolean readOnly, Handler handler) {

    /** Answers a call; fails with a problem. */
    @FunctionalInterface
    interface Handler {
        Object call(AssistantCall call);
    }
}

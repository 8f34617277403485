package io.rapport.standalone.launcher;

/** Receives progress messages of a start. */
@FunctionalInterface
public interface StartupProgress {

    /** Prints a message of one line. */
    void print(String line);
}

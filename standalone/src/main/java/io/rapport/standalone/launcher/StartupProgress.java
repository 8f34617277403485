package io.rapport.standalone.launcher;

/** Hears, in short lines for a person, how far a start has come. */
@FunctionalInterface
public interface StartupProgress {

    /** Tells one line. */
    void print(String line);
}

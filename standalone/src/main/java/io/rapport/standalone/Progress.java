package io.rapport.standalone;

/** Hears, in short lines for a person, how far a start has come. */
@FunctionalInterface
interface Progress {

    /** Tells one line. */
    void tell(String line);
}

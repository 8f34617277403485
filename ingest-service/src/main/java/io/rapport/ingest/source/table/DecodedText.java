package io.rapport.ingest.source.table;

import java.io.Reader;
import java.util.List;
import java.util.function.Supplier;

/**
 * The text of a file.
 *
 * @param guess remarks on a guessed encoding, known as far as the file was read
 */
record DecodedText(Reader reader, Supplier<List<TableNote>> guess) {

    List<TableNote> notes() {
        return guess.get();
    }
}

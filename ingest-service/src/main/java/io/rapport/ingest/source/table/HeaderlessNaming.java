package io.rapport.ingest.source.table;

import java.util.List;
import java.util.Optional;

/** Names the columns of a file that has no recognisable header. */
@FunctionalInterface
public interface HeaderlessNaming {

    /** Names no columns: a file without a header is refused. */
    HeaderlessNaming NONE = lines -> Optional.empty();

    /**
     * The columns of a file without a header.
     *
     * @param firstRow the position of the first row, below titles
     */
    record NamedColumns(int firstRow, List<String> names) {}

    /**
     * Names the columns by their values.
     *
     * @param lines the cells of the first lines
     * @return empty if the values do not determine the columns
     */
    Optional<NamedColumns> name(List<List<String>> lines);
}

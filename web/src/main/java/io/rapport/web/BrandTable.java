package io.rapport.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.messaging.TopicTable;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The brands on the topic. Until all of them were read, nobody can be told that there is no such brand. */
final class BrandTable implements BrandCatalogue {

    private final TopicTable<BrandRegistered> table;

    BrandTable(TopicTable<BrandRegistered> table) {
        this.table = table;
    }

    @Override
    public @Nullable BrandRegistered find(BrandKey brand) {
        EdgeTables.requireRead(table);
        return table.get(brand.key());
    }

    @Override
    public Collection<BrandRegistered> all() {
        EdgeTables.requireRead(table);
        return table.rows().values();
    }
}

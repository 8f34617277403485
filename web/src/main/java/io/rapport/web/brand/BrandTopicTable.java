package io.rapport.web.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.messaging.TopicTable;
import io.rapport.web.config.TopicTablesConfiguration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The brands on the topic. Until all of them were read, nobody can be told that there is no such brand. */
public final class BrandTopicTable implements BrandCatalogue {

    private final TopicTable<BrandRegistered> table;

    public BrandTopicTable(TopicTable<BrandRegistered> table) {
        this.table = table;
    }

    @Override
    public @Nullable BrandRegistered find(BrandKey brand) {
        TopicTablesConfiguration.requireCaughtUp(table);
        return table.get(brand.key());
    }

    @Override
    public Collection<BrandRegistered> all() {
        TopicTablesConfiguration.requireCaughtUp(table);
        return table.rows().values();
    }
}

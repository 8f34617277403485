package io.rapport.web.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.web.table.TableReadiness;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The brands on the topic. Lookups fail with 503 until the table has caught up, because a missing brand is not known to be
 * unregistered before. */
public final class BrandTopicTable implements BrandCatalogue {

    private final TopicTable<BrandRegistered> table;

    public BrandTopicTable(TopicTable<BrandRegistered> table) {
        this.table = table;
    }

    @Override
    public @Nullable BrandRegistered find(BrandKey brand) {
        TableReadiness.requireCaughtUp(table);
        return table.get(brand.key());
    }

    @Override
    public Collection<BrandRegistered> all() {
        TableReadiness.requireCaughtUp(table);
        return table.rows().values();
    }
}

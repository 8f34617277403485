package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import io.rapport.contracts.BrandKey;
import org.bson.conversions.Bson;

/** The filters by name and channel of the collections {@code handles} and {@code profiles}. */
public final class NameQueries {

    /** The index of handles by word, which has the person. */
    static final Bson WORD_INDEX = ascending(
            statePath(HandleDocument.BRAND), statePath(HandleDocument.WORDS), statePath(HandleDocument.PERSON));

    /** The index of profiles by word, whose ids are those of the persons. */
    static final Bson PROFILE_WORD_INDEX =
            ascending(statePath(ProfileDocument.BRAND), statePath(ProfileDocument.WORDS), "_id");

    static final Bson CHANNEL_INDEX = ascending(statePath(HandleDocument.BRAND), statePath(HandleDocument.CHANNEL));

    private NameQueries() {}

    /** Handles or profiles with a word that begins with this one, which is letters and digits only: a range of the index. */
    public static Bson ofWord(BrandKey brand, String word) {
        return and(eq(statePath(HandleDocument.BRAND), brand.key()), hasWord(word));
    }

    /** Documents with a word that begins with this one, which is letters and digits only; not by an index. */
    static Bson hasWord(String word) {
        return regex(statePath(HandleDocument.WORDS), "^" + word);
    }

    /** Handles on a channel. */
    public static Bson ofChannel(BrandKey brand, String channel) {
        return and(eq(statePath(HandleDocument.BRAND), brand.key()), eq(statePath(HandleDocument.CHANNEL), channel));
    }
}

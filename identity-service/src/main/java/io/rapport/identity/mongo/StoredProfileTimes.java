package io.rapport.identity.mongo;

import com.mongodb.client.model.Updates;
import io.rapport.identity.domain.person.ProfileField;
import io.rapport.identity.domain.person.ProfileTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The times of a profile in the document of its handle: the base, which is all that documents of earlier versions have, and the
 * later times of single fields.
 */
final class StoredProfileTimes {

    private static final String BASE = "heard";
    private static final String LATER = "times";

    private StoredProfileTimes() {}

    static void write(ProfileTimes times, Document document) {
        document.append(BASE, Date.from(times.base()));
        if (!times.later().isEmpty()) {
            var later = new Document();
            times.later().forEach((field, at) -> later.append(field.name(), Date.from(at)));
            document.append(LATER, later);
        }
    }

    static ProfileTimes read(Document document) {
        var later = new EnumMap<ProfileField, Instant>(ProfileField.class);
        var stored = document.get(LATER, new Document());
        for (var field : ProfileField.values()) {
            var at = stored.getDate(field.name());
            if (at != null) {
                later.put(field, at.toInstant());
            }
        }
        return new ProfileTimes(document.getDate(BASE).toInstant(), later);
    }

    /** An update that advances the times, and is idempotent and commutative. */
    static Bson advance(ProfileTimes times) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.max(BASE, Date.from(times.base())));
        times.later().forEach((field, at) -> updates.add(Updates.max(LATER + "." + field.name(), Date.from(at))));
        return Updates.combine(updates);
    }
}

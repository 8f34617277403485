package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.ParsedName;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The identifiers of a brand's clients with the names of the clients that have them. */
public final class ClientIdentifiers {

    /** More rows than this with one identifier are not one person, whatever their names. */
    public static final int MAX_ROWS = 5;

    private static final List<RecordField> CONTACTS = List.of(RecordField.EMAIL_HASH, RecordField.PHONE_HASH);

    private final Map<String, List<ParsedName>> names = new HashMap<>();

    void add(NormalizedRecord record) {
        for (String key : keys(record)) {
            names.computeIfAbsent(key, k -> new ArrayList<>(1)).add(record.name());
        }
    }

    void remove(NormalizedRecord record) {
        for (String key : keys(record)) {
            names.computeIfPresent(key, (k, list) -> {
                list.remove(record.name());
                return list.isEmpty() ? null : list;
            });
        }
    }

    /** Whether clients of different names have this e-mail address or telephone number. */
    public boolean isShared(RecordField field, String hash) {
        return isShared(key(field, hash));
    }

    /** Whether clients of different names have this account. */
    public boolean isShared(NormalizedAccount account) {
        return isShared(account.identity());
    }

    private boolean isShared(String key) {
        List<ParsedName> bearers = names.getOrDefault(key, List.of());
        return bearers.size() > MAX_ROWS || !NameAgreement.allAgree(bearers);
    }

    private static List<String> keys(NormalizedRecord record) {
        if (record.kind() != RecordKind.CLIENT) {
            return List.of();
        }
        List<String> keys = new ArrayList<>(3);
        for (RecordField field : CONTACTS) {
            record.words(field).stream().distinct().forEach(hash -> keys.add(key(field, hash)));
        }
        record.accounts().stream().map(NormalizedAccount::identity).distinct().forEach(keys::add);
        return keys;
    }

    private static String key(RecordField field, String hash) {
        return field.name() + "|" + hash;
    }
}

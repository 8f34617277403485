package io.rapport.identity.matching.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.identity.matching.MatchIndex;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Finding whom a handle is like costs as much work among ten times as many; counted, so that no machine is too slow for it. */
class SearchEffortGrowthTest {

    private static final int LOOKED_AT = 300;

    private final Random random = new Random(7);

    /** A few names are common, and however many people there are, more names keep turning up. */
    @Test
    void amongPeopleNamedAsPeopleAre() {
        IntUnaryOperator given = i -> rank(100, 0.8);
        assertGrowth(given, i -> 100_000 + rank(400, 0.45));
    }

    /** The worst case: no new names, so that each becomes as much more common as there are more people. */
    @Test
    void amongPeopleWhoShareAThousandNames() {
        assertGrowth(i -> random.nextInt(1000), i -> 100_000 + random.nextInt(1000));
    }

    @Test
    void whoeverSharesAllWithAllCostsNoMoreThanTheBounds() {
        var once = effort(i -> 1, i -> 100_001, 3_000);

        assertThat(once.postings()).isLessThanOrEqualTo(64L * LOOKED_AT);
        assertThat(once.candidates()).isLessThanOrEqualTo(16L * LOOKED_AT);
    }

    private void assertGrowth(IntUnaryOperator given, IntUnaryOperator family) {
        var few = effort(given, family, 10_000);
        var many = effort(given, family, 100_000);
        System.out.println("10 000 handles: " + few + ", 100 000: " + many + ", for " + LOOKED_AT);

        assertThat(many.keys()).isLessThanOrEqualTo(few.keys() * 13 / 10);
        assertThat(many.postings() + many.candidates())
                .isLessThanOrEqualTo((few.postings() + few.candidates()) * 13 / 10);
    }

    /** A rank as unequal as those of names: the share above rank r is (1 + r/q) to the power of -s. */
    private int rank(double q, double s) {
        return (int) Math.min(1e6, q * (Math.pow(1 - random.nextDouble(), -1 / s) - 1));
    }

    private SearchEffort effort(IntUnaryOperator given, IntUnaryOperator family, int handles) {
        var index = new MatchIndex(MatchThresholds.SHIPPED);
        List<MatchRecord> accounts = new ArrayList<>();
        for (var person = 0; person < handles / 3; person++) {
            var first = word(given.applyAsInt(person));
            var last = word(family.applyAsInt(person));
            index.put(MatchRecord.client("c" + person).with(RecordField.FULL_NAME, first + " " + last));
            accounts.add(account(accounts.size(), first + last));
            accounts.add(account(accounts.size(), first.charAt(0) + last + random.nextInt(100)));
            accounts.add(account(accounts.size(), word(random.nextInt(1 << 16)) + word(random.nextInt(1 << 20))));
        }
        Collections.shuffle(accounts, random);
        accounts.forEach(index::put);
        var before = index.effort();
        accounts.subList(0, LOOKED_AT).forEach(account -> index.match(account.id()));
        return index.effort().since(before);
    }

    private static MatchRecord account(int number, String name) {
        return MatchRecord.handle("h" + number, new RecordAccount("x", name, "id" + number));
    }

    /** A word that can be spoken, another for each number. */
    private static String word(int number) {
        var word = new StringBuilder();
        for (var rest = number + 400; rest > 0; rest /= 80) {
            word.append("bcdfghklmnprstvz".charAt(rest % 16)).append("aeiou".charAt(rest / 16 % 5));
        }
        return word.append(List.of("", "n", "rd", "l", "st").get(number % 5)).toString();
    }
}

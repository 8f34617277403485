package io.rapport.identity.matching.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PostingTableTest {

    @Property(tries = 20)
    void containsWhatWasAddedAndNotRemoved(@ForAll Random random) {
        PostingTable postings = new PostingTable();
        Map<Long, List<Integer>> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextInt(6_000);
            List<Integer> there = expected.computeIfAbsent(key, k -> new ArrayList<>());
            if (random.nextInt(5) < 2) {
                Integer gone = there.isEmpty() ? -1 : there.remove(random.nextInt(there.size()));
                postings.remove(key, gone);
            } else {
                there.add(i);
                postings.add(key, i);
            }
        }

        expected.forEach((key, there) -> {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < postings.size(key); i++) {
                found.add(postings.record(key, i));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(there);
        });
        assertThat(postings.size(-1)).isZero();
    }
}

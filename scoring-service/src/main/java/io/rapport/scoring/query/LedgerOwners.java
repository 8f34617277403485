package io.rapport.scoring.query;

import io.rapport.contracts.BrandKey;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which instance owns which partitions. Every method throws {@link LedgersUnavailableException} while a partition has no
 * owner.
 */
public interface LedgerOwners {

    /**
     * A partition and its owner.
     *
     * @param peer base address of the owner; null for this instance
     */
    record Owner(@Nullable URI peer, int partition) {}

    /**
     * The partitions of an instance.
     *
     * @param peer base address of the instance; null for this one
     * @param people partitions of the person stage
     * @param cascades partitions of the cascade stage
     * @param posts partitions of the stage of posts
     */
    record Share(@Nullable URI peer, List<Integer> people, List<Integer> cascades, List<Integer> posts) {

        /** Two shares with half of the partitions each; one share if there are not enough of them. */
        Stream<Share> halves() {
            return Stream.of(0, 1)
                    .map(half -> new Share(peer, half(people, half), half(cascades, half), half(posts, half)))
                    .filter(share -> !share.isEmpty());
        }

        private boolean isEmpty() {
            return people.isEmpty() && cascades.isEmpty() && posts.isEmpty();
        }

        private static List<Integer> half(List<Integer> partitions, int remainder) {
            return IntStream.range(0, partitions.size())
                    .filter(i -> i % 2 == remainder)
                    .mapToObj(partitions::get)
                    .toList();
        }
    }

    /** Finds the owner of a brand's own ledgers. */
    Owner ownerOf(BrandKey brand);

    /** Finds the owner of a person's ledgers. */
    Owner ownerOf(BrandKey brand, UUID person);

    /** Lists the instances with their partitions; every partition is in exactly one share. */
    List<Share> shares();
}

package io.rapport.scoring.domain.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CascadeTreeTest {

    @Test
    void aBroadcastIsNearTwoAndAChainGrowsWithItsLength() {
        assertThat(tree(-1).structuralVirality()).isZero();
        assertThat(tree(-1, 0).structuralVirality()).isEqualTo(1);
        // A star of n messages: 2 (n - 1) / n.
        assertThat(tree(-1, 0, 0, 0, 0).structuralVirality()).isCloseTo(1.6, within(1e-12));
        // A chain of n messages: (n + 1) / 3.
        assertThat(tree(-1, 0, 1, 2, 3).structuralVirality()).isCloseTo(2, within(1e-12));
    }

    @Test
    void childrenAreCountedAndTimed() {
        var tree = new CascadeTree(new int[] {-1, 0, 0, 1, 0}, new long[] {0, 9, 5, 30, 5});
        assertThat(tree.size()).isEqualTo(5);
        assertThat(tree.childrenOf(0)).isEqualTo(3);
        assertThat(tree.timeToChild(0, 1)).isEqualTo(5);
        assertThat(tree.timeToChild(0, 3)).isEqualTo(9);
        assertThat(tree.timeToChild(0, 4)).isEqualTo(-1);
        assertThat(tree.timeToChild(1, 1)).isEqualTo(21);
        assertThat(tree.reproduction()).isEqualTo(0.8);
    }

    @Test
    void refusesAChildBeforeItsParent() {
        assertThatThrownBy(() -> tree(-1, 2, 0)).hasMessage("Message 1 can not follow message 2");
        assertThatThrownBy(() -> tree(0)).hasMessage("Message 0 can not follow message 0");
        assertThatThrownBy(() -> tree(-1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CascadeTree tree(int... parents) {
        return new CascadeTree(parents, new long[parents.length]);
    }
}

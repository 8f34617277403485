package io.rapport.scoring.query;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.day.BrandDays;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.query.LedgerOwners.Share;
import io.rapport.scoring.query.LedgerQueries.DayAnswer;
import io.rapport.scoring.query.LedgerQueries.FiguresAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends queries to several instances, and parts of them to one instance, at the same time and waits for all answers. */
public final class LedgerScatter implements AutoCloseable {

    private final LedgerQueries local;
    private final Function<URI, LedgerQueries> peers;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "ledger-scatter");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Creates the scatter.
     *
     * @param local queries of this instance
     * @param peers queries of another instance by its base address
     */
    public LedgerScatter(LedgerQueries local, Function<URI, LedgerQueries> peers) {
        this.local = local;
        this.peers = peers;
    }

    /** An instance; null is this one. */
    record Peer(@Nullable URI address) {}

    @Override
    public void close() {
        threads.shutdownNow();
    }

    LedgerQueries queriesOf(@Nullable URI peer) {
        return peer == null ? local : peers.apply(peer);
    }

    /** Sends the query to all instances, for two parts of the partitions of each, so that two cores can work on it. */
    <A> List<A> toAll(List<Share> shares, BiFunction<LedgerQueries, Share, A> query) {
        return toEach(
                shares.stream()
                        .flatMap(Share::halves)
                        .map(half -> Map.entry(new Peer(half.peer()), half))
                        .toList(),
                query);
    }

    /**
     * Sends each part to its instance. The last part of this instance is answered on the calling thread.
     *
     * @throws LedgersUnavailableException if one of them does not answer
     */
    <P, A> List<A> toEach(Collection<Map.Entry<Peer, P>> parts, BiFunction<LedgerQueries, P, A> query) {
        var own = parts.stream()
                .filter(part -> part.getKey().address == null)
                .reduce((before, last) -> last)
                .orElse(null);
        var pending = parts.stream()
                .filter(part -> part != own)
                .map(part -> submit(part.getKey(), part.getValue(), query))
                .toList();
        var answers = new ArrayList<A>();
        if (own != null) {
            answers.add(query.apply(local, own.getValue()));
        }
        pending.forEach(answer -> answers.add(join(answer)));
        return answers;
    }

    private <P, A> CompletableFuture<A> submit(Peer peer, P part, BiFunction<LedgerQueries, P, A> query) {
        return CompletableFuture.supplyAsync(() -> query.apply(queriesOf(peer.address), part), threads);
    }

    private static <A> A join(CompletableFuture<A> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgersUnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    static BrandDays.DayPart dayPart(DayAnswer answer) {
        return new BrandDays.DayPart(BrandLedger.CODEC.decode(answer.snapshot()), answer.strength(), answer.top());
    }

    /** Adds the sums of two instances. */
    static FiguresAnswer plus(FiguresAnswer one, FiguresAnswer other) {
        var sum = sums(one).plus(sums(other));
        var spread = SpreadLedger.CODEC.decode(one.spread()).plus(SpreadLedger.CODEC.decode(other.spread()));
        return new FiguresAnswer(
                sum.firstDay(),
                BrandLedger.CODEC.encode(sum.series()),
                sum.days().stream()
                        .map(day -> new DayAnswer(BrandLedger.CODEC.encode(day.snapshot()), day.strength(), day.top()))
                        .toList(),
                SpreadLedger.CODEC.encode(spread));
    }

    private static BrandDays.Sums sums(FiguresAnswer answer) {
        return new BrandDays.Sums(
                answer.firstDay(),
                BrandLedger.CODEC.decode(answer.series()),
                answer.days().stream().map(LedgerScatter::dayPart).toList());
    }
}

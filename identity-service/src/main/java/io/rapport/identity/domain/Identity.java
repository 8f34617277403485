package io.rapport.identity.domain;

import io.rapport.contracts.identity.SuppressionHashes;
import java.time.Instant;
import java.util.Collection;
import java.util.function.IntConsumer;

/** Everything identity can do, over the stores it is given. */
public final class Identity {

    private final Stores stores;
    private final IdentityMeters meters;
    private final Families families;
    private final Proceedings proceedings;
    private final Gathering gathering;
    private final Policies policies;
    private final Stitching stitching;
    private final Desk desk;
    private final Announcer announcer;
    private final Barred barred;
    private final Sweep sweep;
    private final Neighbours neighbours;
    private final Striking striking;
    private final Erasing erasing;

    /** Identity over these stores, where people can be erased with these hashes. */
    public Identity(Stores stores, Announcer announcer, IdentityMeters meters, SuppressionHashes hashes) {
        this.stores = stores;
        this.meters = meters;
        this.announcer = announcer;
        this.barred = new Barred(stores.erasures(), hashes);
        var outbox = new Outbox(stores.handles(), stores.people(), announcer);
        this.families = new Families(stores.handles(), stores.people(), stores.lists());
        this.proceedings = new Proceedings(stores.handles(), stores.people(), families, outbox);
        this.gathering = new Gathering(families, proceedings);
        this.policies = new Policies(stores.policies(), announcer);
        var joining = new Joining(gathering, proceedings, meters);
        this.stitching = new Stitching(stores, policies, joining, new Suggesting(families, stores.reviews()));
        this.desk = new Desk(
                stores.people(),
                outbox,
                new Naming(gathering, stores.people(), outbox),
                new Matching(stores.claims(), stores.handles(), stores.people(), policies),
                joining,
                stitching);
        this.neighbours = new Neighbours(stitching);
        this.sweep = new Sweep(stores, barred, announcer, stitching);
        this.striking = new Striking(stores, families, outbox);
        var removal = new Removal(stores, announcer, families, new Removal.Hands(striking, stitching));
        this.erasing = new Erasing(removal, stores.erasures(), stores.people(), gathering, barred);
    }

    /**
     * Where it is kept.
     *
     * @param handles who belongs to whom
     * @param people who they are
     * @param claims what only one person should have
     * @param lists what the brand gave us
     * @param reviews what is suggested
     * @param policies how each brand lets its handles be matched
     * @param erasures who was erased
     */
    public record Stores(
            HandleStore handles,
            PersonStore people,
            ClaimStore claims,
            ListStore lists,
            ReviewStore reviews,
            PolicyStore policies,
            ErasureStore erasures) {}

    /** Takes in what engagements tell. */
    public Recognition recognition() {
        return new Recognition(stores, desk, meters, sweep);
    }

    /** Takes in the client list. */
    public ClientList clientList() {
        var marks = new ClientMarks(gathering, stores.people(), desk.outbox());
        return new ClientList(stores, marks, desk, sweep);
    }

    /** Takes in the staff list. */
    public StaffList staffList() {
        return new StaffList(stores.handles(), stores.lists(), desk.outbox());
    }

    /** How each brand lets its handles be matched. */
    public Policies policies() {
        return policies;
    }

    /** The queue of suggestions. */
    public Reviews reviews() {
        return new Reviews(stores.reviews(), families, decisions());
    }

    /** The links that likeness made. */
    public Inference inference() {
        return new Inference(stores.people());
    }

    /** Hears what is published, here and by other instances. */
    public Neighbours neighbours() {
        return neighbours;
    }

    /** Matches whole brands. */
    public Rematch rematch() {
        return new Rematch(stitching, policies, stores.reviews());
    }

    /**
     * Fills the indexes of likeness with all that is stored.
     *
     * @param progress is told how many handles and clients are read
     */
    public void remember(IntConsumer progress) {
        stitching.load(progress);
    }

    /**
     * Asks again whom these people are like, after something was said about them.
     *
     * @param at now
     * @throws Announcer.NotAnnounced if the broker is away; what was decided is published later
     */
    public void reconsider(Collection<PersonKey> people, Instant at) {
        stitching.again(families.of(people).values(), at);
    }

    /** Merges and splits. */
    public Decisions decisions() {
        return new Decisions(gathering, proceedings, stores.people());
    }

    /** Erases people. */
    public Erasing erasing() {
        return erasing;
    }

    /** Looks people up. */
    public Directory directory() {
        return new Directory(families, stores.lists());
    }

    /** Finishes what was left half done. */
    public Recovery recovery() {
        return new Recovery(stores, desk, erasing, new Recovery.Unfinished(proceedings, policies, sweep));
    }

    /** Fills an empty store. */
    public Rebuilding rebuilding() {
        return new Rebuilding(
                stores, desk, erasing, new Rebuilding.Forgotten(new Leftovers(barred, announcer), striking));
    }
}

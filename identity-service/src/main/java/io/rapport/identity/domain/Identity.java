package io.rapport.identity.domain;

import io.rapport.contracts.identity.Suppressions;

/** Everything identity can do, over the stores it is given. */
public final class Identity {

    private final Stores stores;
    private final IdentityMeters meters;
    private final Families families;
    private final Proceedings proceedings;
    private final Gathering gathering;
    private final Desk desk;
    private final Announcer announcer;
    private final Barred barred;
    private final Erasing erasing;

    /** Identity over these stores, where people can be erased with these hashes. */
    public Identity(Stores stores, Announcer announcer, IdentityMeters meters, Suppressions hashes) {
        this.stores = stores;
        this.meters = meters;
        this.announcer = announcer;
        this.barred = new Barred(stores.erasures(), hashes);
        var outbox = new Outbox(stores.handles(), stores.people(), announcer);
        this.families = new Families(stores.handles(), stores.people(), stores.lists());
        this.proceedings = new Proceedings(stores.handles(), stores.people(), families, outbox);
        this.gathering = new Gathering(families, proceedings);
        this.desk = new Desk(
                stores.people(),
                outbox,
                new Naming(gathering, stores.people(), outbox),
                new Matching(stores.claims(), stores.handles(), stores.people()),
                new Joining(gathering, proceedings, meters));
        var removal = new Removal(stores, announcer, outbox);
        this.erasing = new Erasing(removal, stores.erasures(), stores.people(), gathering, barred);
    }

    /**
     * Where it is kept.
     *
     * @param handles who belongs to whom
     * @param people who they are
     * @param claims what only one person should have
     * @param lists what the brand gave us
     * @param erasures who was erased
     */
    public record Stores(
            HandleStore handles, PersonStore people, ClaimStore claims, ListStore lists, ErasureStore erasures) {}

    /** Takes in what engagements tell. */
    public Recognition recognition() {
        return new Recognition(stores, desk, meters, barred);
    }

    /** Takes in the client list. */
    public ClientList clientList() {
        var marks = new ClientMarks(gathering, stores.people(), desk.outbox());
        return new ClientList(stores, marks, desk, new Leftovers(barred, announcer));
    }

    /** Takes in the staff list. */
    public StaffList staffList() {
        return new StaffList(stores.handles(), stores.lists(), desk.outbox());
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
        return new Directory(families);
    }

    /** Finishes what was left half done. */
    public Recovery recovery() {
        return new Recovery(stores, proceedings, desk, erasing);
    }

    /** Fills an empty store. */
    public Rebuilding rebuilding() {
        return new Rebuilding(stores, desk, erasing, new Leftovers(barred, announcer));
    }
}

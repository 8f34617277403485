package io.rapport.identity.domain;

/** Everything identity can do, over the stores it is given. */
public final class Identity {

    private final Stores stores;
    private final IdentityMeters meters;
    private final Families families;
    private final Proceedings proceedings;
    private final Gathering gathering;
    private final Desk desk;

    /** Identity over these stores. */
    public Identity(Stores stores, Announcer announcer, IdentityMeters meters) {
        this.stores = stores;
        this.meters = meters;
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
    }

    /**
     * Where it is kept.
     *
     * @param handles who belongs to whom
     * @param people who they are
     * @param claims what only one person should have
     * @param lists what the brand gave us
     */
    public record Stores(HandleStore handles, PersonStore people, ClaimStore claims, ListStore lists) {}

    /** Takes in what engagements tell. */
    public Recognition recognition() {
        return new Recognition(stores.handles(), stores.lists(), desk, meters);
    }

    /** Takes in the client list. */
    public ClientList clientList() {
        return new ClientList(stores, new ClientMarks(gathering, stores.people(), desk.outbox()), desk);
    }

    /** Takes in the staff list. */
    public StaffList staffList() {
        return new StaffList(stores.handles(), stores.lists(), desk.outbox());
    }

    /** Merges and splits. */
    public Decisions decisions() {
        return new Decisions(gathering, proceedings, stores.people());
    }

    /** Looks people up. */
    public Directory directory() {
        return new Directory(families);
    }

    /** Finishes what was left half done. */
    public Recovery recovery() {
        return new Recovery(stores.handles(), stores.people(), proceedings, desk);
    }

    /** Fills an empty store. */
    public Rebuilding rebuilding() {
        return new Rebuilding(stores.handles(), stores.lists(), desk);
    }
}

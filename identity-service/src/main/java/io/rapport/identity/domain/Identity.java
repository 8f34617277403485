package io.rapport.identity.domain;

import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.similarity.BrandRematch;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.intake.ClientListUpdater;
import io.rapport.identity.domain.intake.ClientMarker;
import io.rapport.identity.domain.decision.DecisionProtocol;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.link.DeterministicMatcher;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.erasure.EvidenceRedactor;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.link.IdentityMetrics;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.link.InferredLinkQuery;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.similarity.PeerUpdateMatcher;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.link.PersonJoiner;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.erasure.PersonRemover;
import io.rapport.identity.domain.intake.PersonRenamer;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.identity.domain.intake.ProvisionalPeople;
import io.rapport.identity.domain.erasure.RestoredStateFilter;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.domain.review.ReviewSuggester;
import io.rapport.identity.domain.decision.SettledFamilyReader;
import io.rapport.identity.domain.intake.SightingIntake;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.domain.intake.StaffListUpdater;
import io.rapport.identity.domain.recovery.StoreRebuilder;
import io.rapport.identity.domain.erasure.SuppressedWriteCleanup;
import io.rapport.identity.domain.erasure.SuppressionLookup;
import io.rapport.identity.domain.recovery.UnfinishedWorkRecovery;

import io.rapport.contracts.identity.SuppressionHashes;
import java.time.Instant;
import java.util.Collection;
import java.util.function.IntConsumer;

/** Everything identity can do, over the stores it is given. */
public final class Identity {

    private final Stores stores;
    private final IdentityMetrics meters;
    private final FamilyReader families;
    private final DecisionProtocol proceedings;
    private final SettledFamilyReader gathering;
    private final MatchingPolicyService policies;
    private final SimilarityMatcher stitching;
    private final ProvisionalPeople desk;
    private final IdentityEventPublisher announcer;
    private final SuppressionLookup barred;
    private final SuppressedWriteCleanup sweep;
    private final PeerUpdateMatcher neighbours;
    private final EvidenceRedactor striking;
    private final PersonErasureService erasing;

    /** Identity over these stores, where people can be erased with these hashes. */
    public Identity(Stores stores, IdentityEventPublisher announcer, IdentityMetrics meters, SuppressionHashes hashes) {
        this.stores = stores;
        this.meters = meters;
        this.announcer = announcer;
        this.barred = new SuppressionLookup(stores.erasures(), hashes);
        var outbox = new IdentityOutbox(stores.handles(), stores.people(), announcer);
        this.families = new FamilyReader(stores.handles(), stores.people(), stores.lists());
        this.proceedings = new DecisionProtocol(stores.handles(), stores.people(), families, outbox);
        this.gathering = new SettledFamilyReader(families, proceedings);
        this.policies = new MatchingPolicyService(stores.policies(), announcer);
        var joining = new PersonJoiner(gathering, proceedings, meters);
        this.stitching = new SimilarityMatcher(stores, policies, joining, new ReviewSuggester(families, stores.reviews()));
        this.desk = new ProvisionalPeople(
                stores.people(),
                outbox,
                new PersonRenamer(gathering, stores.people(), outbox),
                new DeterministicMatcher(stores.claims(), stores.handles(), stores.people(), policies),
                joining,
                stitching);
        this.neighbours = new PeerUpdateMatcher(stitching);
        this.sweep = new SuppressedWriteCleanup(stores, barred, announcer, stitching);
        this.striking = new EvidenceRedactor(stores, families, outbox);
        var removal = new PersonRemover(stores, announcer, families, new PersonRemover.Hands(striking, stitching));
        this.erasing = new PersonErasureService(removal, stores.erasures(), stores.people(), gathering, barred);
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
            HandleRepository handles,
            PersonRepository people,
            ClaimRepository claims,
            BrandListRepository lists,
            ReviewRepository reviews,
            PolicyRepository policies,
            ErasureRepository erasures) {}

    /** Takes in what engagements tell. */
    public SightingIntake recognition() {
        return new SightingIntake(stores, desk, meters, sweep);
    }

    /** Takes in the client list. */
    public ClientListUpdater clientList() {
        var marks = new ClientMarker(gathering, stores.people(), desk.outbox());
        return new ClientListUpdater(stores, marks, desk, sweep);
    }

    /** Takes in the staff list. */
    public StaffListUpdater staffList() {
        return new StaffListUpdater(stores.handles(), stores.lists(), desk.outbox());
    }

    /** How each brand lets its handles be matched. */
    public MatchingPolicyService policies() {
        return policies;
    }

    /** The queue of suggestions. */
    public ReviewQueue reviews() {
        return new ReviewQueue(stores.reviews(), families, decisions());
    }

    /** The links that likeness made. */
    public InferredLinkQuery inference() {
        return new InferredLinkQuery(stores.people());
    }

    /** Hears what is published, here and by other instances. */
    public PeerUpdateMatcher neighbours() {
        return neighbours;
    }

    /** Matches whole brands. */
    public BrandRematch rematch() {
        return new BrandRematch(stitching, policies, stores.reviews());
    }

    /**
     * Fills the indexes of likeness with all that is stored.
     *
     * @param progress is told how many handles and clients are read
     */
    public void loadIndexes(IntConsumer progress) {
        stitching.load(progress);
    }

    /**
     * Asks again whom these people are like, after something was said about them.
     *
     * @param at now
     * @throws IdentityEventPublisher.NotAnnounced if the broker is away; what was decided is published later
     */
    public void rematch(Collection<PersonKey> people, Instant at) {
        stitching.rematch(families.find(people).values(), at);
    }

    /** Merges and splits. */
    public DecisionService decisions() {
        return new DecisionService(gathering, proceedings, stores.people());
    }

    /** Erases people. */
    public PersonErasureService erasing() {
        return erasing;
    }

    /** Looks people up. */
    public FamilyDirectory directory() {
        return new FamilyDirectory(families, stores.lists());
    }

    /** Finishes what was left half done. */
    public UnfinishedWorkRecovery recovery() {
        return new UnfinishedWorkRecovery(stores, desk, erasing, new UnfinishedWorkRecovery.Unfinished(proceedings, policies, sweep));
    }

    /** Fills an empty store. */
    public StoreRebuilder rebuilding() {
        return new StoreRebuilder(
                stores, desk, erasing, new StoreRebuilder.Forgotten(new RestoredStateFilter(barred, announcer), striking));
    }
}

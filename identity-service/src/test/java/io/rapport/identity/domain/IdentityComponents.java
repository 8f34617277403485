package io.rapport.identity.domain;

import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.identity.domain.decision.DecisionContextReader;
import io.rapport.identity.domain.decision.DecisionProtocol;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.decision.SettledFamilyReader;
import io.rapport.identity.domain.erasure.EvidenceRedactor;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.erasure.PersonRemover;
import io.rapport.identity.domain.erasure.RestoredStateFilter;
import io.rapport.identity.domain.erasure.SuppressedWriteCleanup;
import io.rapport.identity.domain.erasure.SuppressionLookup;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.intake.ClientListUpdater;
import io.rapport.identity.domain.intake.ClientMarker;
import io.rapport.identity.domain.intake.ClientPeople;
import io.rapport.identity.domain.intake.ListCorrection;
import io.rapport.identity.domain.intake.PersonRenamer;
import io.rapport.identity.domain.intake.ProvisionalPeople;
import io.rapport.identity.domain.intake.SightingIntake;
import io.rapport.identity.domain.intake.StaffListUpdater;
import io.rapport.identity.domain.link.DeterministicMatcher;
import io.rapport.identity.domain.link.IdentityMetrics;
import io.rapport.identity.domain.link.InferredLinkQuery;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.link.PersonJoiner;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.recovery.StoreRebuilder;
import io.rapport.identity.domain.recovery.UnfinishedWorkRecovery;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.domain.review.ReviewSuggester;
import io.rapport.identity.domain.similarity.BrandMatchIndexes;
import io.rapport.identity.domain.similarity.BrandRematch;
import io.rapport.identity.domain.similarity.MatchApplier;
import io.rapport.identity.domain.similarity.PeerUpdateMatcher;
import io.rapport.identity.domain.similarity.RecordOwnerResolver;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.domain.withdrawal.BlockedContactService;
import io.rapport.identity.domain.withdrawal.UnionFinder;
import io.rapport.identity.domain.withdrawal.UnionWithdrawal;
import java.time.Instant;
import java.util.Collection;

/** The domain's components over given repositories, wired as the service wires them. */
public final class IdentityComponents {

    private final FamilyReader families;
    private final SimilarityMatcher matcher;
    private final SightingIntake sightings;
    private final ClientListUpdater clientList;
    private final StaffListUpdater staffList;
    private final MatchingPolicyService policies;
    private final ReviewQueue reviews;
    private final InferredLinkQuery inferredLinks;
    private final PeerUpdateMatcher peerUpdates;
    private final BrandRematch brandRematch;
    private final UnionFinder unions;
    private final BlockedContactService blockedContacts;
    private final DecisionService decisions;
    private final PersonErasureService erasures;
    private final FamilyDirectory directory;
    private final UnfinishedWorkRecovery recovery;
    private final StoreRebuilder rebuilder;

    /** One instance of identity. */
    public IdentityComponents(
            IdentityRepositories stores,
            IdentityEventPublisher publisher,
            IdentityMetrics metrics,
            SuppressionHashes hashes) {
        var handles = stores.handles();
        var people = stores.people();
        var lists = stores.lists();
        var outbox = new IdentityOutbox(handles, people, publisher);
        families = new FamilyReader(handles, people, lists);
        directory = new FamilyDirectory(families, lists);
        var contexts = new DecisionContextReader(handles, people, families);
        var protocol = new DecisionProtocol(handles, people, families, contexts, outbox);
        var settled = new SettledFamilyReader(families, protocol);
        decisions = new DecisionService(settled, protocol, people);
        policies = new MatchingPolicyService(stores.policies(), publisher);
        var joiner = new PersonJoiner(settled, protocol, metrics);
        var deterministic = new DeterministicMatcher(stores.claims(), handles, people, policies);
        inferredLinks = new InferredLinkQuery(people);
        var suggester = new ReviewSuggester(families, stores.reviews());
        reviews = new ReviewQueue(stores.reviews(), families, decisions);
        var owners = new RecordOwnerResolver(handles, people);
        var indexes = new BrandMatchIndexes();
        var applier = new MatchApplier(owners, joiner, suggester, indexes, policies);
        matcher = new SimilarityMatcher(handles, lists, policies, applier, indexes);
        peerUpdates = new PeerUpdateMatcher(matcher);
        var suppressions = new SuppressionLookup(stores.erasures(), hashes);
        var cleanup = new SuppressedWriteCleanup(
                handles, people, stores.claims(), lists, stores.reviews(), suppressions, publisher, matcher);
        var redactor = new EvidenceRedactor(handles, people, stores.reviews(), families, outbox);
        var remover = new PersonRemover(
                handles, people, stores.claims(), lists, stores.reviews(), publisher, families, redactor, matcher);
        erasures = new PersonErasureService(remover, stores.erasures(), people, settled, suppressions);
        unions = new UnionFinder(handles, people, stores.claims(), families);
        var withdrawal = new UnionWithdrawal(families, decisions, suggester);
        blockedContacts = new BlockedContactService(policies, unions, withdrawal);
        brandRematch = new BrandRematch(matcher, applier, owners, indexes, policies, stores.reviews(), blockedContacts);
        var provisional = new ProvisionalPeople(people);
        var renamer = new PersonRenamer(settled, people, outbox);
        sightings = new SightingIntake(
                handles, lists, provisional, renamer, deterministic, joiner, matcher, outbox, cleanup, metrics);
        var marker = new ClientMarker(settled, people, outbox);
        clientList = new ClientListUpdater(
                handles,
                new ClientPeople(people, marker, renamer, outbox),
                stores.claims(),
                lists,
                marker,
                renamer,
                deterministic,
                joiner,
                matcher,
                cleanup,
                new ListCorrection(handles, stores.claims(), families, withdrawal));
        staffList = new StaffListUpdater(handles, lists, outbox);
        recovery = new UnfinishedWorkRecovery(
                handles, people, provisional, renamer, outbox, protocol, erasures, policies, cleanup);
        rebuilder = new StoreRebuilder(
                handles,
                people,
                lists,
                stores.policies(),
                provisional,
                renamer,
                deterministic,
                erasures,
                redactor,
                new RestoredStateFilter(suppressions, publisher));
    }

    public SightingIntake sightings() {
        return sightings;
    }

    public ClientListUpdater clientList() {
        return clientList;
    }

    public StaffListUpdater staffList() {
        return staffList;
    }

    public MatchingPolicyService policies() {
        return policies;
    }

    public ReviewQueue reviews() {
        return reviews;
    }

    public InferredLinkQuery inferredLinks() {
        return inferredLinks;
    }

    public PeerUpdateMatcher peerUpdates() {
        return peerUpdates;
    }

    public BrandRematch brandRematch() {
        return brandRematch;
    }

    public UnionFinder unions() {
        return unions;
    }

    public BlockedContactService blockedContacts() {
        return blockedContacts;
    }

    public DecisionService decisions() {
        return decisions;
    }

    public PersonErasureService erasures() {
        return erasures;
    }

    public FamilyDirectory directory() {
        return directory;
    }

    public UnfinishedWorkRecovery recovery() {
        return recovery;
    }

    public StoreRebuilder rebuilder() {
        return rebuilder;
    }

    /** Loads the match indexes from the store. */
    public void loadIndexes() {
        matcher.load(read -> {});
    }

    /** Matches the records of these people again. */
    public void rematch(Collection<PersonKey> people, Instant at) {
        matcher.rematch(families.find(people).values(), at);
    }
}

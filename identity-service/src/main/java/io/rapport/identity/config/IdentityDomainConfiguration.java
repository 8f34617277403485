package io.rapport.identity.config;

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
import io.rapport.identity.domain.link.InferredLinkQuery;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.link.PersonJoiner;
import io.rapport.identity.domain.outbox.IdentityOutbox;
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
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The domain's components. They are plain classes, injected by constructor, and need beans of the repositories, of
 * {@code IdentityEventPublisher}, {@code IdentityMetrics} and {@code SuppressionHashes}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    FamilyReader.class,
    FamilyDirectory.class,
    IdentityOutbox.class,
    DecisionContextReader.class,
    DecisionProtocol.class,
    SettledFamilyReader.class,
    DecisionService.class,
    MatchingPolicyService.class,
    PersonJoiner.class,
    DeterministicMatcher.class,
    InferredLinkQuery.class,
    ReviewSuggester.class,
    ReviewQueue.class,
    RecordOwnerResolver.class,
    BrandMatchIndexes.class,
    MatchApplier.class,
    SimilarityMatcher.class,
    PeerUpdateMatcher.class,
    BrandRematch.class,
    SuppressionLookup.class,
    SuppressedWriteCleanup.class,
    EvidenceRedactor.class,
    PersonRemover.class,
    PersonErasureService.class,
    RestoredStateFilter.class,
    ProvisionalPeople.class,
    PersonRenamer.class,
    ClientMarker.class,
    ClientPeople.class,
    SightingIntake.class,
    UnionFinder.class,
    UnionWithdrawal.class,
    BlockedContactService.class,
    ListCorrection.class,
    ClientListUpdater.class,
    StaffListUpdater.class,
    UnfinishedWorkRecovery.class,
    StoreRebuilder.class
})
public class IdentityDomainConfiguration {}

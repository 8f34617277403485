package io.rapport.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.content.ContentRepository;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.CorrectionRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.JudgementRepository;
import io.rapport.report.domain.identity.IdentityRepository;
import io.rapport.report.domain.people.RelationshipRepository;
import io.rapport.report.domain.tie.TieRepository;
import io.rapport.test.ArchitectureRules;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Stream;

/** The dependencies between packages. */
@AnalyzeClasses(packages = "io.rapport.report", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** The features: controllers, pages and views, and what they share. */
    private static final String[] FEATURES = Stream.of(
                    "accounts",
                    "actions",
                    "assistant",
                    "brand",
                    "branding",
                    "changes",
                    "channels",
                    "completion",
                    "content",
                    "corrections",
                    "dismissals",
                    "export",
                    "goal",
                    "mail",
                    "models",
                    "month",
                    "month.document",
                    "month.view",
                    "page",
                    "pdf",
                    "people",
                    "reminder",
                    "remote",
                    "request",
                    "series",
                    "service",
                    "spread",
                    "start",
                    "staff",
                    "story",
                    "subscription",
                    "suggestions",
                    "tie",
                    "timeline",
                    "value",
                    "webhooks")
            .map(feature -> "io.rapport.report." + feature)
            .toArray(String[]::new);

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("io.rapport.report.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_CONTRACTS_ONLY = noClasses()
            .that()
            .resideInAPackage("io.rapport.report.domain..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "io.rapport.contracts..",
                    "io.rapport.report.domain..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.annotation..",
                    "io.soabase.recordbuilder.core..");

    @ArchTest
    static final ArchRule DOMAIN_READS_NO_CLOCK_OR_RANDOMNESS =
            ArchitectureRules.readsNoClockOrRandomness("io.rapport.report.domain..");

    @ArchTest
    static final ArchRule FEATURES_KNOW_NEITHER_TOPICS_NOR_STORE = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.rapport.report.projection..",
                    "io.rapport.report.store..",
                    "io.rapport.report.config..",
                    "io.rapport.mongo..",
                    "com.mongodb..",
                    "org.apache.kafka..");

    @ArchTest
    static final ArchRule PROJECTIONS_KNOW_NEITHER_FEATURES_NOR_STORE = noClasses()
            .that()
            .resideInAPackage("io.rapport.report.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.rapport.report.store..", "io.rapport.report.config..", "com.mongodb..", "io.rapport.web..");

    @ArchTest
    static final ArchRule STORE_KNOWS_NEITHER_FEATURES_NOR_TOPICS = noClasses()
            .that()
            .resideInAPackage("io.rapport.report.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.rapport.report.projection..",
                    "io.rapport.report.config..",
                    "org.springframework..",
                    "io.rapport.web..");

    /** So that no query spans brands. */
    @ArchTest
    static final ArchRule REPOSITORIES_ARE_SCOPED_TO_A_BRAND = methods()
            .that()
            .areDeclaredIn(RelationshipRepository.class)
            .or()
            .areDeclaredIn(BrandDayRepository.class)
            .or()
            .areDeclaredIn(IdentityRepository.class)
            .or()
            .areDeclaredIn(EngagementRepository.class)
            .or()
            .areDeclaredIn(BrandEngagementRepository.class)
            .or()
            .areDeclaredIn(ContentRepository.class)
            .or()
            .areDeclaredIn(TieRepository.class)
            .or()
            .areDeclaredIn(JudgementRepository.class)
            .or()
            .areDeclaredIn(CorrectionRepository.class)
            .should(beScopedToABrand());

    private static ArchCondition<JavaMethod> beScopedToABrand() {
        return new ArchCondition<>("take a BrandKey first, or save events that name their brand") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var parameters = method.getRawParameterTypes();
                var isScoped = !parameters.isEmpty() && parameters.get(0).isEquivalentTo(BrandKey.class);
                events.add(new SimpleConditionEvent(
                        method, isScoped || savesEvents(method.reflect()), method.getFullName()));
            }
        };
    }

    /** Whether a method only saves events that name their brand. */
    private static boolean savesEvents(Method method) {
        return method.getName().startsWith("save")
                && method.getReturnType() == void.class
                && method.getParameterCount() == 1
                && method.getGenericParameterTypes()[0] instanceof ParameterizedType collection
                && namesItsBrand(collection.getActualTypeArguments()[0]);
    }

    /** A type variable stands for one of the public events of a brand. */
    private static boolean namesItsBrand(Type event) {
        return event instanceof TypeVariable<?>
                || event instanceof Class<?> type
                        && Arrays.stream(type.getMethods())
                                .map(Method::getReturnType)
                                .anyMatch(returned -> returned == BrandKey.class || returned == HandleKey.class);
    }
}

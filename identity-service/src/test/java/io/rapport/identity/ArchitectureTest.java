package io.rapport.identity;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.rapport.test.ArchitectureRules;

@AnalyzeClasses(packages = "io.rapport.identity", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.rapport.identity";
    private static final String DOMAIN = ROOT + ".domain..";
    private static final String CONFIG = ROOT + ".config..";

    @ArchTest
    static final ArchRule domainDependsOnTheJdkAndTheContracts = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(DOMAIN, ROOT + ".matching..", "java..", "io.rapport.contracts..", "org.jspecify..");

    @ArchTest
    static final ArchRule domainReadsNoClock = ArchitectureRules.readsNoClockOrRandomness(DOMAIN);

    @ArchTest
    static final ArchRule matchingHasNoPackageCycles = ArchitectureRules.hasNoPackageCycles(ROOT + ".matching");

    @ArchTest
    static final ArchRule webHasNoPackageCycles = ArchitectureRules.hasNoPackageCycles(ROOT + ".web");

    @ArchTest
    static final ArchRule onlyConfigDependsOnKafka = ArchitectureRules.onlyConfigDependsOn(ROOT, ROOT + ".kafka..");

    @ArchTest
    static final ArchRule onlyConfigDependsOnMongo = ArchitectureRules.onlyConfigDependsOn(ROOT, ROOT + ".mongo..");

    @ArchTest
    static final ArchRule onlyConfigDependsOnWeb = ArchitectureRules.onlyConfigDependsOn(ROOT, ROOT + ".web..");

    /** Queries go through {@code BrandCollection}, whose methods require the brand. */
    @ArchTest
    static final ArchRule noClassQueriesTheDriversCollection = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .callMethodWhere(target(owner(assignableTo(MongoCollection.class)))
                    .and(target(nameMatching("find|aggregate|distinct|count.*|findOne.*|updateMany|deleteMany"))));

    @ArchTest
    static final ArchRule onlyTheApplicationDependsOnConfig = ArchitectureRules.onlyConfigDependsOn(ROOT, CONFIG);

    @ArchTest
    static final ArchRule domainHasNoPackageCycles = ArchitectureRules.hasNoPackageCycles(ROOT + ".domain");
}

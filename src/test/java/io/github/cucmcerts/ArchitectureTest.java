package io.github.cucmcerts;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Data flows in one direction: files, objects, upload sets, findings, report, plan. */
@AnalyzeClasses(packages = "io.github.cucmcerts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyGoalsKnowMaven = noClasses()
            .that()
            .resideOutsideOfPackage("..mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.maven..");

    /** Code that reads files never uses the network, not even for DNS; only the goals whose job it is do. */
    @ArchTest
    static final ArchRule offline = noClasses()
            .that()
            .resideOutsideOfPackages("..net..", "..snapshot..", "..served..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net..", "javax.net..", "javax.naming..", "java.nio.channels..", "java.rmi..")
                    .and(not(belongToAnyOf(InetAddress.class, UnknownHostException.class, URI.class))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(InetAddress.class)))
                    .and(target(not(nameMatching("getByAddress|getHostAddress")))));

    /** The inventory holds values and does not decode. */
    @ArchTest
    static final ArchRule inventoryHoldsValues = noClasses()
            .that()
            .resideInAPackage("io.github.cucmcerts.inventory..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    /** Section 7 of the design: each package uses only the packages before it in the data flow. */
    @ArchTest
    static final ArchRule arrows = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("inventory")
            .definedBy("io.github.cucmcerts.inventory..")
            .layer("text")
            .definedBy("io.github.cucmcerts.text..")
            .layer("signature")
            .definedBy("io.github.cucmcerts.signature..")
            .layer("scan")
            .definedBy("io.github.cucmcerts.scan..")
            .layer("cucm")
            .definedBy("io.github.cucmcerts.cucm..")
            .layer("upload")
            .definedBy("io.github.cucmcerts.upload..")
            .layer("trust")
            .definedBy("io.github.cucmcerts.trust..")
            .layer("rule")
            .definedBy("io.github.cucmcerts.rule..")
            .layer("waiver")
            .definedBy("io.github.cucmcerts.waiver..")
            .layer("check")
            .definedBy("io.github.cucmcerts.check..")
            .layer("report")
            .definedBy("io.github.cucmcerts.report..")
            .layer("plan")
            .definedBy("io.github.cucmcerts.plan..")
            .layer("request")
            .definedBy("io.github.cucmcerts.request..")
            .layer("net")
            .definedBy("io.github.cucmcerts.net..")
            .layer("snapshot")
            .definedBy("io.github.cucmcerts.snapshot..")
            .layer("served")
            .definedBy("io.github.cucmcerts.served..")
            .layer("mojo")
            .definedBy("io.github.cucmcerts.mojo..")
            .whereLayer("inventory")
            .mayOnlyAccessLayers("text")
            .whereLayer("signature")
            .mayOnlyAccessLayers("inventory", "text")
            .whereLayer("scan")
            .mayOnlyAccessLayers("signature", "inventory", "text")
            .whereLayer("cucm")
            .mayNotAccessAnyLayer()
            .whereLayer("text")
            .mayNotAccessAnyLayer()
            .whereLayer("upload")
            .mayOnlyAccessLayers("inventory", "cucm", "text")
            .whereLayer("trust")
            .mayOnlyAccessLayers("upload", "signature", "inventory", "cucm", "text")
            .whereLayer("rule")
            .mayOnlyAccessLayers("trust", "upload", "inventory", "cucm", "text")
            .whereLayer("waiver")
            .mayOnlyAccessLayers("rule", "inventory", "cucm", "text")
            .whereLayer("check")
            .mayOnlyAccessLayers("waiver", "rule", "trust", "upload", "scan", "inventory", "cucm", "text")
            .whereLayer("net")
            .mayOnlyAccessLayers("text")
            .whereLayer("net")
            .mayOnlyBeAccessedByLayers("snapshot", "served", "mojo")
            .whereLayer("snapshot")
            .mayOnlyAccessLayers("net", "cucm", "text")
            .whereLayer("served")
            .mayOnlyAccessLayers("net", "check", "trust", "upload", "scan", "inventory", "cucm", "text")
            .whereLayer("mojo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("request")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("snapshot")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("served")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("mojo", "plan", "request");
}

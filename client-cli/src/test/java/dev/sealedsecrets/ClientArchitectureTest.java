package dev.sealedsecrets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = {"dev.sealedsecrets.client", "dev.sealedsecrets.cli"},
        importOptions = DoNotIncludeTests.class)
class ClientArchitectureTest {

    @ArchTest
    static final ArchRule THE_LIBRARY_DOES_NOT_KNOW_THE_COMMAND_LINE = noClasses()
            .that()
            .resideInAPackage("dev.sealedsecrets.client..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.sealedsecrets.cli..");

    @ArchTest
    static final ArchRule ONLY_THE_TRANSPORT_SEES_THE_KUBERNETES_CLIENT = noClasses()
            .that()
            .doNotHaveSimpleName("HttpTransport")
            .and()
            .doNotHaveSimpleName("TransportFactory")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..", "okhttp3..", "okio..", "kotlin..");

    @ArchTest
    static final ArchRule HTTP_KNOWS_NOTHING_OF_CLUSTERS = noClasses()
            .that()
            .resideInAPackage("dev.sealedsecrets.client.http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.sealedsecrets.client.cluster", "dev.sealedsecrets.resource");

    @ArchTest
    static final ArchRule NOTHING_ELSE_IS_DEPENDED_UPON = classes()
            .that()
            .resideInAnyPackage("dev.sealedsecrets.client", "dev.sealedsecrets.client.cluster", "dev.sealedsecrets.cli")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.sealedsecrets..", "java..", "org.jspecify..", "edu.umd.cs.findbugs.annotations");

    @ArchTest
    static final ArchRule ONLY_MAIN_LOOKS_AT_THE_PROCESS = noClasses()
            .that()
            .doNotHaveSimpleName("Kubeseal")
            .and()
            .doNotHaveSimpleName("ProcessEnvironment")
            .and()
            .doNotHaveSimpleName("Terminal")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System");

    @ArchTest
    static final ArchRule THE_LIBRARY_PRINTS_NOTHING = noClasses()
            .that()
            .resideInAPackage("dev.sealedsecrets.client..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.PrintStream");
}

package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks whether each certificate matches its CSR. */
@Mojo(name = "check-csr-match", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckCsrMatchMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return new Scope("check-csr-match", EnumSet.of(Topic.CSR_MATCH));
    }
}

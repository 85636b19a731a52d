package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks what the trust stores do with the offered CA certificates. */
@Mojo(name = "check-trust-store", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckTrustStoreMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return new Scope("check-trust-store", EnumSet.of(Topic.TRUST_STORE));
    }
}

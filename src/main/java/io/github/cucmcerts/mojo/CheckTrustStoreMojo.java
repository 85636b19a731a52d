package io.github.cucmcerts.mojo;

import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Judges what the trust stores make of the offered CA certificates. */
@Mojo(name = "check-trust-store", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckTrustStoreMojo extends AbstractCheckMojo {
    @Override
    Set<Topic> topics() {
        return EnumSet.of(Topic.TRUST_STORE);
    }
}

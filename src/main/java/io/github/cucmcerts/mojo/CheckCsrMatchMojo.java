package io.github.cucmcerts.mojo;

import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Judges whether each certificate answers its CSR. */
@Mojo(name = "check-csr-match", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckCsrMatchMojo extends AbstractCheckMojo {
    @Override
    Set<Topic> topics() {
        return EnumSet.of(Topic.CSR_MATCH);
    }
}

package io.github.cucmcerts.mojo;

import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Judges whether everything is valid in the whole change window. */
@Mojo(name = "check-validity", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckValidityMojo extends AbstractCheckMojo {
    @Override
    Set<Topic> topics() {
        return EnumSet.of(Topic.VALIDITY);
    }
}

package io.github.cucmcerts.rule;

import io.github.cucmcerts.trust.Facts;

/** What a rule finds in the directory as a whole. These findings belong to no upload set. */
public interface DirectoryCheck {
    void check(Facts facts, Findings findings);
}

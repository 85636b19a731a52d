package io.github.cucmcerts.rule;

import io.github.cucmcerts.trust.Facts;

/** A rule that the directory as a whole is held against. Its findings belong to no upload set. */
public non-sealed interface DirectoryRule extends Rule {
    void check(Facts facts, Findings findings);
}

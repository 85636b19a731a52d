package io.github.cucmcerts.rule;

import java.time.LocalDate;

/**
 * Why a finding is accepted, and until when.
 *
 * @param until the last day on which it is accepted
 */
public record Acceptance(String reason, LocalDate until) {}

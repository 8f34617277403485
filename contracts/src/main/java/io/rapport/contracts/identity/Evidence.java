package io.rapport.contracts.identity;

/**
 * One reason why a handle is assigned to a person.
 *
 * @param rule the rule that matched, such as {@code ACCOUNT_ID}, {@code EMAIL_HASH}, {@code CLIENT_LIST}, {@code HUMAN}
 * @param detail the matched value in readable form; hashes are shortened
 * @param weight its contribution in log-odds; 0 for deterministic rules
 */
public record Evidence(String rule, String detail, double weight) {}

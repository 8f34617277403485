package io.rapport.contracts.identity;

/**
 * One reason a handle was given to a person.
 *
 * @param rule what was compared, such as {@code ACCOUNT_ID}, {@code EMAIL_HASH}, {@code CLIENT_LIST}, {@code HUMAN}
 * @param detail what was found, for a person to read; hashes are shortened
 * @param weight log-odds it adds; 0 for deterministic rules
 */
public record Evidence(String rule, String detail, double weight) {}

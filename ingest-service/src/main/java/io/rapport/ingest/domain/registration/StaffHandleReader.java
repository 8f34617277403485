package io.rapport.ingest.domain.registration;

import io.rapport.contracts.account.AccountCellResolver;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.ingest.domain.contact.AccountAddress;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.InputFields;

/**
 * Reads the accounts of staff: ids, names or page addresses. An e-mail address becomes the account that engagements of the
 * address have, which is made of its hash.
 */
final class StaffHandleReader {

    private static final int MAX_URL = 2_048;

    private final ContactHasher hasher;
    private final String agency;

    StaffHandleReader(ContactHasher hasher, String agency) {
        this.hasher = hasher;
        this.agency = agency;
    }

    StaffHandle read(InputFields fields, String field, String channel) {
        var reference = AccountCellResolver.resolve(fields.requiredId(field, MAX_URL), channel);
        var account = fields.required(field, reference.account());
        return new StaffHandle(
                reference.channel(),
                AccountAddress.find(account, reference.channel())
                        .map(address -> hasher.hashEmail(agency, address, fields.path(field)))
                        .map(AccountAddress::accountId)
                        .orElse(account));
    }
}

package io.rapport.identity.web.review;

import io.rapport.identity.web.display.EvidenceBar;
import io.rapport.identity.web.display.PersonCard;

import java.util.List;
import java.util.UUID;

/**
 * A suggestion, for a person to read.
 *
 * @param cursor where it stands in the queue
 * @param probability as a percentage
 * @param bars its evidence
 * @param against what speaks against it
 * @param strongest what was found that says most
 */
record ReviewCard(
        UUID id,
        String cursor,
        String probability,
        PersonCard one,
        PersonCard two,
        List<EvidenceBar> bars,
        List<String> against,
        String strongest) {}

"""The readers by the order of subject and verb that a language's grammar names."""

from tocsin.attribute import backward, final, forward, free, medial

ORDERS = {
    "subject-verb": forward.find,
    "verb-subject": backward.find,
    "subject-object-verb": medial.find,
    "verb-final": final.find,
    "free": free.find,
}

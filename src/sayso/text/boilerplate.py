"""Lines that papers print with every report: invitations to subscribe, pointers to other stories, picture credits."""

from __future__ import annotations

import re
from typing import Final

# A whole paragraph that says nothing of the matter. English, and what other languages put before a related story.
STOCK: Final = re.compile(
    r"(?i:(?:read|see|watch|listen|learn|view|show|load)\s+(?:more|also|next|now|the full (?:story|"
    r"article))\b.{0,120}|"
    r"(?:related|recommended|advert|more(?: from| on| in| stories)?|also (?:on|read|see)|you (?:may|"
    r"might) (?:also )?like|"
    r"most (?:read|popular|viewed)|trending|don['’]t miss|in other news|advertisement|sponsored|promoted|"
    r"story continues.*|"
    r"article continues.*|(?:continue|keep) reading.*|skip to .{0,40}|share (?:this|on|via)\b.{0,60}|share|"
    r"tweet|print|email|"
    r"follow (?:us|@\w+|.{0,40} on (?:twitter|facebook|instagram))\b.{0,120}|"
    r"(?:sign|signed) up\b.{0,160}|subscribe\b.{0,160}|click here\b.{0,120}|get (?:our|the|"
    r"unlimited)\b.{0,120}(?:newsletter|access|app|inbox).{0,60}|"
    r"(?:©|\(c\)|copyright)\s.{0,200}|all rights reserved\.?|leave a (?:reply|comment)|comments?(?: \(?\d+\)?)?|"
    r"related [\w ]{1,20}:.{0,120}|like this (?:story|article)\?.{0,80}|also on \S+\.\w+ .{0,160}|"
    r".{0,160}\bclick here\b.{0,60}|"
    r"(?:à lire aussi|lire aussi|lesen sie (?:auch|hier)|mehr zum thema|lee también|leia também|leggi anche|"
    r"lees ook)\b.{0,200}|"
    r"(?:photo|image|picture|video|foto|file photo)(?: credit| by| courtesy)?\s*:.{0,160}|loading\.{0,3}|"
    r"tags?:.{0,200}|filed under:?.{0,200}|"
    r"join the (?:conversation|discussion).{0,120}|download the .{0,60} app.{0,100}|have a (?:tip|story).{0,160}|"
    r"this (?:site|website|page) uses cookies.{0,200}|your email address will not be published.{0,200}))[.!…:»>]*\Z"
)

"""Signing the rules."""

from __future__ import annotations

from django import forms


class SignForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
